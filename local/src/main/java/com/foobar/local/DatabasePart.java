package com.foobar.local;

import com.foobar.database.embedded.EmbeddedNode;

/** A node of the database pair. */
record DatabasePart(EmbeddedNode node) implements Part {

    @Override
    public String name() {
        return "mariadb-" + node.name();
    }

    @Override
    public void start() {
        node.start();
    }

    @Override
    public boolean isRunning() {
        return node.isRunning();
    }
}
