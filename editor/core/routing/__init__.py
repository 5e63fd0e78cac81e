"""The requests that LibreChat sends for the models of a config."""

from editor.core.routing.images import image_routes
from editor.core.routing.titles import title_routes

__all__ = ["image_routes", "title_routes"]
