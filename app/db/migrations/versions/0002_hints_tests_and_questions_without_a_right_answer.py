"""Hints, tests, and questions without a right answer"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CONTEXTS = "context IN ('practice', 'recall', 'live', 'paper', 'test', 'pre', 'post')"


def upgrade() -> None:
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hints", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("graded", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.drop_constraint(op.f("ck_attempt_context"), type_="check")
        batch_op.create_check_constraint(op.f("ck_attempt_context"), CONTEXTS)
        batch_op.create_check_constraint(op.f("ck_attempt_hints"), "hints BETWEEN 0 AND 3")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.alter_column("hints", server_default=None)
        batch_op.alter_column("graded", server_default=None)
