package com.foobar.failover.agent;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.jr.ob.JSON;

/** Writes each event as a line of JSON. */
final class JsonLog {

    private final String instance;
    private final PrintStream out;

    JsonLog(String instance, PrintStream out) {
        this.instance = instance;
        this.out = out;
    }

    void info(String message) {
        write("INFO", message);
    }

    void warn(String message) {
        write("WARN", message);
    }

    private void write(String level, String message) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("time", Instant.now().toString());
        line.put("level", level);
        line.put("service", "failover-agent");
        line.put("instance", instance);
        line.put("message", message);
        out.println(JSON.std.asString(line));
    }
}
