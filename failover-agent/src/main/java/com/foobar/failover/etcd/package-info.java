/** What the agents keep in etcd: the roles, the lease, and what each agent publishes about its server. */
@NullMarked
package com.foobar.failover.etcd;

import org.jspecify.annotations.NullMarked;
