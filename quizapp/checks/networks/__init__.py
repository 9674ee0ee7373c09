"""Networks, one layer a line: shapes, parameters, multiply-accumulates, receptive fields."""

from quizapp.checks.networks.errors import NetworkError
from quizapp.checks.networks.network import Network, Row
from quizapp.checks.networks.reading import read_network

__all__ = ["Network", "NetworkError", "Row", "read_network"]
