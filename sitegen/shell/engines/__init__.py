"""Engines that put Arabic into English: the only part of sitegen that may run a model or ask a server."""
