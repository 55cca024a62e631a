package com.foobar.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;

/** The file of a dashboard, as Grafana loads it. */
record Dashboard(String name, Map<String, Object> json) {

    private static final Path FOLDER = Path.of("../monitoring/grafana/dashboards");

    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(Dashboard::load).toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Dashboard load(Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            return new Dashboard(name, JsonPath.read(Files.readString(file), "$"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    String text(String path) {
        return Objects.toString(JsonPath.read(json, path));
    }

    List<Map<String, Object>> objects(String path) {
        return JsonPath.read(json, path);
    }

    List<String> texts(String path) {
        return JsonPath.read(json, path);
    }

    /** Returns the panels with content, without the rows that group them. */
    List<Panel> panels() {
        return objects("$.panels[?(@.type != 'row')]").stream().map(panel -> new Panel(name, panel)).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** A panel of a dashboard. */
    record Panel(String dashboard, Map<String, Object> json) {

        String title() {
            return Objects.toString(json.get("title"), "");
        }

        List<String> queries() {
            return JsonPath.read(json, "$.targets[*].expr");
        }

        @Override
        public String toString() {
            return dashboard + ": " + title();
        }
    }
}
