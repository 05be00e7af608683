# Tout s'installe seul : uv dans .outils s'il manque, puis les paquets de uv.lock dans .venv.
# Sans make (Windows) : « uv run --no-dev clairevoie construire », « uv run pytest »…

# Un « uv » qui ne démarre pas (le relais d'un gestionnaire de versions, par exemple) n'en est pas un.
UV := $(if $(shell uv --version 2>/dev/null),uv,.outils/uv)
RUN := $(UV) run --locked --quiet
PYTEST := $(RUN) pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# Le site d'exemple : le jour où il se lit, et où il rejoint l'apparence du programme le temps d'être construit.
JOUR = $(shell cat tests/exemple/jour)
CHANTIER := .cache/exemple

# Installer les paquets; si uv échoue, dire pourquoi en français.
define INSTALL
@said=$$($(UV) sync --locked --quiet --inexact $(1) 2>&1) || \
  { printf '%s\n' "$$said" | $(or $(shell command -v python3),cat;:) .ci/installer.py --expliquer; exit 1; }
endef

.PHONY: site serve verifier comparer pages test essais endurance check exemple schema serveurs observatoire phare captures bench neuf clean uv paquets paquets-essais
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:

site: paquets  ## construire le site dans site/
	@$(RUN) --no-dev clairevoie construire $(if $(DATE),--date $(DATE))

exemple: paquets  ## construire le site d'exemple, une communauté inventée, dans site-exemple/
	@rm -rf $(CHANTIER)/content $(CHANTIER)/data $(CHANTIER)/overrides $(CHANTIER)/hooks $(CHANTIER)/.git
	@$(RUN) --no-dev python -m tests.chantier $(CHANTIER)
	@$(RUN) --no-dev clairevoie construire --racine $(CHANTIER) --sortie site-exemple --date $(JOUR)

serve: paquets  ## voir le site sur cet ordinateur, refait à chaque changement
	@$(RUN) --no-dev clairevoie servir

verifier: paquets  ## dire tout ce qui ne va pas dans les fiches, sans rien fabriquer
	@$(RUN) --no-dev clairevoie verifier $(if $(FORMAT),--format $(FORMAT))

comparer: paquets  ## dire ce qui change pour le public depuis une révision (BASE=main)
	@$(RUN) --no-dev clairevoie comparer "$(or $(BASE),main)"

pages: paquets-essais  ## vérifier le HTML des pages de site/
	@$(RUN) python -m tests.navigateur --java-seul
	@$(RUN) python -m tests.nu site

test: check  ## tous les essais, navigateur compris
	@$(RUN) python -m tests.navigateur --java
	@$(PYTEST) -m "not endurance"

essais: paquets-essais  ## les essais rapides : ni navigateur, ni site entier
	@$(PYTEST) -m "not navigateur and not construction and not endurance"

endurance: paquets-essais  ## les longs essais au hasard, que « make test » laisse de côté
	@$(PYTEST) -m endurance

check: paquets-essais  ## style, types, contrats d'import, publication automatique, et les fiches de data/
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) lint-imports
	@$(RUN) zizmor --offline --quiet --persona=auditor .github
	@$(RUN) clairevoie verifier
	@$(RUN) clairevoie verifier --racine tests/exemple --date $(JOUR)

schema: paquets  ## réécrire data/_schemas/ et les gabarits d'après le modèle
	@$(RUN) --no-dev clairevoie schema

serveurs: paquets  ## réécrire les réglages de serveurs/ d'après les en-têtes du programme
	@$(RUN) --no-dev clairevoie serveurs

observatoire: paquets-essais  ## la note que l'observatoire HTTP de MDN donne à site/ avec nginx (npm, nginx)
	@$(RUN) python -m tests.observatoire site

phare: paquets-essais  ## les notes que Lighthouse donne à quatre pages de site/ sur un téléphone (npm)
	@$(RUN) python -m tests.navigateur
	@$(RUN) python -m tests.phare site

captures: paquets-essais  ## photographier chaque genre de page (captures/planche-*.png)
	@$(RUN) python -m tests.navigateur
	@$(RUN) python -m tests.captures

bench: paquets-essais  ## mesurer à côté de Hugo et de Material (N=10000 RUNS=5 DATA=dossier)
	@$(RUN) python -m tests.navigateur
	@$(RUN) --group bench python -m tests.bench $(if $(DATA),--data $(DATA))

neuf:  ## essayer les deux commandes sur des Debian neuves (tests/neuf/essayer)
	@tests/neuf/essayer $(SUITES)

clean:  ## enlever ce qui se refabrique
	rm -rf .cache site site-exemple captures bench.json .bench .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

uv: $(if $(filter .outils/uv,$(UV)),.outils/uv)

paquets: uv
	$(call INSTALL,--no-dev)

paquets-essais: uv
	$(call INSTALL)

.outils/uv: uv.lock .ci/installer.py
	@command -v python3 >/dev/null || { echo "Il manque Python 3. Installez-le avec votre système, puis recommencez." >&2; exit 1; }
	@python3 .ci/installer.py
