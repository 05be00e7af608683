# Tout s'installe seul : uv dans .venv s'il manque, puis les paquets de uv.lock.
# Sans make (Windows) : « uv run clairevoie construire », « uv run pytest »…

UV := $(or $(shell command -v uv 2>/dev/null),.venv/bin/uv)
RUN := $(UV) run --locked --quiet

.PHONY: site serve test check schema captures bench clean
.DEFAULT_GOAL := site

site: $(UV)  ## construire le site dans site/
	@$(RUN) --no-dev clairevoie construire $(if $(DATE),--date $(DATE))

serve: $(UV)  ## voir le site sur cet ordinateur, refait à chaque changement
	@$(RUN) --no-dev clairevoie servir

test: check  ## tous les essais, navigateur compris
	@$(RUN) python -m tests.navigateur --java
	@$(RUN) pytest --numprocesses auto --maxprocesses 4 --dist worksteal

check: $(UV)  ## style, types, contrats d'import, et les fiches de data/
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) lint-imports
	@$(RUN) clairevoie verifier

schema: $(UV)  ## réécrire data/_schemas/ et les gabarits d'après le modèle
	@$(RUN) --no-dev clairevoie schema

captures: $(UV)  ## photographier chaque genre de page (captures/planche-*.png)
	@$(RUN) python -m tests.navigateur
	@$(RUN) python -m tests.captures

bench: $(UV)  ## mesurer à côté de Hugo et de Material (N=10000 RUNS=5 DATA=dossier)
	@$(RUN) python -m tests.navigateur
	@$(RUN) --group bench python -m tests.bench $(if $(DATA),--data $(DATA))

clean:  ## enlever ce qui se refabrique
	rm -rf .cache site captures bench.json .bench .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/uv:
	@python3 -m venv .venv 2>/dev/null || { rm -rf .venv; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	  then apt-get -qq update && apt-get -qq install -y python3-venv >/dev/null && python3 -m venv .venv; \
	  else echo "Il manque de quoi installer les paquets. Installez uv (https://docs.astral.sh/uv/), ou python3-venv avec votre système, puis recommencez." >&2; exit 1; fi; }
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check uv || { \
	  echo "L'installation de uv a échoué : vérifiez la connexion à Internet, ou installez uv (https://docs.astral.sh/uv/), puis recommencez." >&2; exit 1; }
