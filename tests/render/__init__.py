"""Tests of `quizapp.render`, one behaviour a file."""
