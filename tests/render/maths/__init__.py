"""Tests of `quizapp.render.maths`, one behaviour a file."""
