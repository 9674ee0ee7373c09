"""The command line: each verb parses, calls one use case, prints. Data goes to stdout, narration to stderr."""
