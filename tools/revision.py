"""Write a schema revision from the difference between the models and the newest revision.

python -m tools.revision "what changes"
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from app.core.db import SCHEMA


def main(message: str) -> None:
    """Autogenerate against an empty database brought to the newest revision."""
    config = Config()
    config.set_main_option("script_location", str(SCHEMA))
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'empty.sqlite'}")
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.commit()
            number = len(list((SCHEMA / "versions").glob("0*.py"))) + 1
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")


if __name__ == "__main__":
    main(sys.argv[1])
