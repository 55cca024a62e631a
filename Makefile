.PHONY: failover help up down lint test local logs clean format switchover backup restore bench-gateway bench-memory soak

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

up: ## Build and start the suite in Docker, and return when everything is healthy
	docker compose up --build --wait --wait-timeout 1800

down: ## Stop the suite; the data stays
	docker compose down

lint: ## Check shell scripts, YAML, Dockerfiles, workflows, links, the length of lines and the version
	config/lint/run

test: ## Run every test that this machine can run
	./mvnw verify

local: ## Start the suite without Docker
	./mvnw -Plocal

logs: ## Follow the logs of all services
	docker compose logs --follow

clean: ## Remove the build results, and the suite with its data
	./mvnw -q clean
	docker compose down --volumes --remove-orphans

switchover: ## Let the MySQL primary and its replica change their roles
	mysql/switchover

backup: ## Back up the database to backups/, and archive its binary logs
	mysql/backup

restore: ## Restore the database: make restore FILE=backups/… [OPTIONS='--replace --until …']
	mysql/restore $(OPTIONS) $(FILE)

format: ## Format the sources as the build requires
	./mvnw -q impsort:sort formatter:format

bench-gateway: ## Measure the gateway against HAProxy in the same place (about five minutes; do not use the machine meanwhile)
	benchmarks/gateway/run

failover: ## Measure how long writes stop for each fault of a database node, twenty times each (about an hour)
	./mvnw -q -pl mysql-tests -am verify -Dtest=None -Dit.test=FailoverFigures \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
	cat mysql-tests/target/failover-figures.md

bench-memory: ## Load the running suite for an hour, and show how close each container came to its memory limit
	benchmarks/memory/run

soak: ## Kill, pause and cut off each redundant component under load, one fault a minute (about 40 minutes)
	./mvnw -q -pl system-tests -am verify -Dtest=None -Dit.test=SoakIT -Dsoak.everything=true \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false; \
	  status=$$?; cat system-tests/target/soak.md; exit $$status
