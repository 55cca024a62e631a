/** The process: settings, the loop that looks and acts, and what operators and Prometheus see of it. */
@NullMarked
package com.foobar.failover.agent;

import org.jspecify.annotations.NullMarked;
