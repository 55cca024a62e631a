package com.foobar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.database.embedded.ReplicatingPair;
import com.foobar.folder.DirectoryLock;
import com.foobar.folder.Trees;

/** All processes of the suite. A process starts after the processes that it needs, and stops before them. */
final class Suite {

    // An earlier run that was just stopped or killed needs a few seconds to end all its processes.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    // Long enough to see the failure in the site.
    private static final Duration RESTART_DELAY = Duration.ofSeconds(10);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);

    private final Options options;
    private final Console console;
    private final Extraction jars;
    private final Applications plan;
    private final List<Application> webApps = new ArrayList<>();
    private final List<Application> gateways = new ArrayList<>();
    private @Nullable DirectoryLock lock;
    private @Nullable ReplicatingPair database;
    private volatile boolean stopping;

    Suite(Options options, Path project, Console console) {
        this.options = options;
        this.console = console;
        this.jars = new Extraction(project, options.dataDirectory().resolve("programs"));
        this.plan = new Applications(jars, options.dataDirectory(), options.ports(), options.demoData());
    }

    private static void delete(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted.", e);
        }
    }

    /** Starts all processes and waits until both gateways serve the home page. */
    void start() {
        Certificate certificate = prepare();
        startDatabase();
        startApplications(certificate);
        List<Application> all = applications().toList();
        try (Readiness readiness = new Readiness(certificate)) {
            for (Application application : all) {
                readiness.await(application.readiness(), List.of(application));
                console.step(application.name() + " is ready");
            }
            for (Endpoint endpoint : List.of(Endpoint.GATEWAY_1_HTTPS, Endpoint.GATEWAY_2_HTTPS)) {
                readiness.await(URI.create("https://localhost:" + options.ports().of(endpoint) + "/"), all);
            }
        }
    }

    private Stream<Application> applications() {
        return Stream.concat(webApps.stream(), gateways.stream());
    }

    private synchronized Certificate prepare() {
        requireGoingOn();
        jars.requireJar("web-app");
        jars.requireJar("gateway");
        Path folder = options.dataDirectory();
        lock = takeLock(folder);
        Applications.NAMES.forEach(name -> Application.endLeftover(plan.folder(name)));
        options.ports().requireFree();
        if (options.clear()) {
            Applications.NAMES.forEach(name -> delete(plan.folder(name)));
        }
        return Certificate.in(folder.resolve("certificate"));
    }

    private DirectoryLock takeLock(Path folder) {
        return DirectoryLock.take(folder, Duration.ZERO).or(() -> {
            console.step("Waiting for another run over " + folder + " to end");
            return DirectoryLock.take(folder, PATIENCE);
        }).orElseThrow(() -> new LocalException("The suite already runs over " + folder
                + ": stop that run with Ctrl-C first, or start a second one with --data-dir and --first-port."));
    }

    private synchronized void startDatabase() {
        requireGoingOn();
        database = ReplicatingPair.builder().dataDirectory(options.dataDirectory().resolve("database"))
                .clear(options.clear()).primaryPort(options.ports().of(Endpoint.DATABASE_PRIMARY))
                .replicaPort(options.ports().of(Endpoint.DATABASE_REPLICA)).progress(console::step).start();
    }

    private synchronized void startApplications(Certificate certificate) {
        requireGoingOn();
        webApps.addAll(plan.webApps(Objects.requireNonNull(database)));
        gateways.addAll(plan.gateways(certificate));
        console.step("Starting two web-apps and two gateways");
        webApps.forEach(Application::start);
        gateways.forEach(Application::start);
    }

    /** Starts each process that ends or is killed again after a delay; returns only when the suite is stopped. */
    void keepRunning() {
        ReplicatingPair pair = Objects.requireNonNull(database);
        Stream<Part> nodes = Stream.of(new DatabasePart(pair.primary()), new DatabasePart(pair.replica()));
        ProcessSupervisor watch = new ProcessSupervisor(Stream.concat(nodes, applications()).toList(), RESTART_DELAY,
                console);
        while (look(watch)) {
            LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
        }
    }

    private synchronized boolean look(ProcessSupervisor watch) {
        if (!stopping) {
            watch.look();
        }
        return !stopping;
    }

    /** Stops all processes that were started; each process stops before the processes that it needs. */
    synchronized void stop() {
        stopping = true;
        if (database != null) {
            console.step("Stopping");
            stop(gateways);
            stop(webApps);
            database.close();
            console.step("Stopped");
        }
        if (lock != null) {
            lock.close();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    private static void stop(List<Application> sameTier) {
        sameTier.forEach(Application::askToEnd);
        sameTier.forEach(Application::stop);
    }

    private void requireGoingOn() {
        if (stopping) {
            throw new LocalException("The suite was stopped while it started.");
        }
    }
}
