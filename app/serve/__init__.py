"""The server: an ASGI shell before Flask, the hub of open streams, the broker, the writer of answers.

One process does it all; `assemble` puts the parts together, `server.Server` runs them under uvicorn.
"""
