# shellcheck shell=bash
# Sourced by the image's entry point on the first start, with the server on its socket alone. Only a primary
# comes here: a replica starts as a clone of it (mysql/node/start).

# A replica that started more slowly than this node did may have come up by now, with all of the site's data.
# shellcheck source=../node/common
(source /usr/local/lib/mysql-node/common && refuse_beside_data)

/usr/local/lib/mysql-node/accounts | docker_process_sql
touch /var/lib/mysql/.initialised
