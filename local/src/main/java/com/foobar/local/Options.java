package com.foobar.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The options of the command line.
 *
 * @param helpWanted whether to show only the help
 * @param clear whether the data of earlier runs is deleted first
 * @param demoData whether an empty database is filled with demo stories
 * @param dataDirectory the folder for all files that the suite writes
 * @param ports the ports of all endpoints
 */
record Options(boolean helpWanted, boolean clear, boolean demoData, Path dataDirectory, PortPlan ports) {

    static Options parse(List<String> arguments, Path defaultDataDirectory) {
        boolean help = false;
        boolean clear = false;
        boolean demoData = true;
        Path dataDirectory = defaultDataDirectory;
        int firstPort = PortPlan.DEFAULT_FIRST;
        Map<Endpoint, Integer> ports = new EnumMap<>(Endpoint.class);
        for (String argument : arguments) {
            String[] option = argument.split("=", 2);
            String value = option.length == 2 ? option[1] : "";
            switch (option[0]) {
                case "--help" -> help = true;
                case "--clear" -> clear = true;
                case "--no-demo-data" -> demoData = false;
                case "--data-dir" -> dataDirectory = Path.of(value);
                case "--first-port" -> firstPort = port(argument, value);
                default -> ports.put(endpoint(argument, option[0]), port(argument, value));
            }
        }
        return new Options(help, clear, demoData, dataDirectory.toAbsolutePath().normalize(),
                PortPlan.of(firstPort, ports));
    }

    private static Endpoint endpoint(String argument, String option) {
        return Endpoint.ofOption(option.startsWith("--") ? option.substring(2) : "")
                .orElseThrow(() -> new LocalException("There is no option " + argument + ": --help shows all."));
    }

    private static int port(String argument, String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new LocalException("The option " + argument + " needs a port, from 1 to 65535.");
        }
        return Integer.parseInt(value);
    }
}
