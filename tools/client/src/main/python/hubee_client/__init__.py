"""A client of HubEE for Python 3.9 or later, which needs nothing but the standard library.

Objects are dictionaries, with the names of the contract (/api of each hub).
"""
from .hub import Hub, HubError
from .notifications import CannotImport
from .osl import OperatorConnector
from .si import SiConnector
from .webhooks import NotSigned, read_webhook

__all__ = ["CannotImport", "Hub", "HubError", "NotSigned", "OperatorConnector", "SiConnector", "read_webhook"]
