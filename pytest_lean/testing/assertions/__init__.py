"""The ``assert_*`` helpers: what a test says about messages, environments and cost."""
