package com.foobar.web.infrastructure.failover;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

import com.foobar.replication.status.NodeStatus;
import com.foobar.replication.status.ReplicationStatus;
import com.foobar.web.infrastructure.failover.Failover.Agent;
import com.foobar.web.infrastructure.failover.Failover.Term;

/**
 * Tells how failover stands. The agents and the database are asked at most once a second, and only if somebody asks.
 */
@Service
@EnableConfigurationProperties(AgentProperties.class)
public class FailoverWatch implements DisposableBean {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Logger logger = LoggerFactory.getLogger(FailoverWatch.class);

    private final boolean automatic;
    private final Agents agents;
    private final Terms terms;
    private final ReplicationStatus databases;
    private final LongSupplier nanoTime;
    private Failover known = Failover.BY_HAND;
    private long askedAt;

    @Autowired
    FailoverWatch(AgentProperties properties, Terms terms, ReplicationStatus databases) {
        this(properties, terms, databases, System::nanoTime);
    }

    FailoverWatch(AgentProperties properties, Terms terms, ReplicationStatus databases, LongSupplier nanoTime) {
        this.automatic = !properties.agents().isEmpty();
        this.agents = new Agents(properties.agents());
        this.terms = terms;
        this.databases = databases;
        this.nanoTime = nanoTime;
    }

    /** Returns how failover stands, or stood less than a second ago. */
    public synchronized Failover present() {
        long now = nanoTime.getAsLong();
        if (automatic && (!known.automatic() || now - askedAt >= FRESH.toNanos())) {
            List<Agent> asked = agents.ask();
            known = new Failover(asked, lastTerm());
            askedAt = now;
        }
        return known;
    }

    /** Returns the newest term, or the one known before if the database is away. */
    private @Nullable Term lastTerm() {
        if (databases.nodes().stream().noneMatch(NodeStatus::reachable)) {
            return known.lastTerm();
        }
        try {
            return terms.last().orElse(null);
        } catch (DataAccessException | TransactionException e) {
            logger.debug("The database does not tell its terms.", e);
            return known.lastTerm();
        }
    }

    @Override
    public void destroy() {
        agents.close();
    }
}
