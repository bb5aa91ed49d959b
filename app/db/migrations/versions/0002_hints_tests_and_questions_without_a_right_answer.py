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
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=22), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("text_key", sa.String(length=60), nullable=False),
        sa.Column("decision", sa.String(length=6), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("decision IN ('new', 'shown', 'hidden', 'handed')", name=op.f("ck_entry_decision")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_entry_round_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("key", name=op.f("uq_entry_key")),
        sa.UniqueConstraint("round_id", "text_key", name=op.f("uq_entry_round_id_text_key")),
    )
