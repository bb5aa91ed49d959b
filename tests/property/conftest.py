"""The same examples in every run; HYPOTHESIS_PROFILE=explore looks for new ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]  # the machine may be busy, that is no finding

settings.register_profile("same", derandomize=True, database=None, deadline=None, suppress_health_check=CALM)
settings.register_profile("explore", deadline=None, max_examples=2000, suppress_health_check=CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
