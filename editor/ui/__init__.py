"""The window: panels over one session, with a look and widgets of their own."""
