"""What several features do, without Flask: each function takes a session and never commits."""
