# shellcheck shell=bash
# The image's entry point sources this file on the first start, while the server listens only on its socket. It runs only on a
# primary: a replica starts as a clone of the primary (mysql/node/start).

# A replica that started more slowly than this node may be up by now, with all of the site's data.
# shellcheck source=../node/common
(source /usr/local/lib/mysql-node/common && refuse_beside_data)

/usr/local/lib/mysql-node/accounts | docker_process_sql
touch /var/lib/mysql/.initialised
