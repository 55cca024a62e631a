package com.foobar.failover.etcd;

/**
 * A key's value.
 *
 * @param revision changes with each write of the key
 * @param lease the lease with which the key ends; 0 for none
 */
record Entry(String value, long revision, long lease) {}
