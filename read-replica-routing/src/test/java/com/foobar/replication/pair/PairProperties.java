package com.foobar.replication.pair;

import java.util.List;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Configures an application to use a pair. */
public abstract class PairProperties implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    abstract DatabasePair pair();

    @Override
    public final void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(of(pair())).applyTo(context);
        context.getBeanFactory().registerSingleton("databasePair", pair());
    }

    /** Returns the properties, each as name=value. */
    public static List<String> of(DatabasePair pair) {
        return List.of("foobar.replication.nodes[0].name=" + pair.primary().name(),
                "foobar.replication.nodes[0].url=" + pair.primary().url(),
                "foobar.replication.nodes[1].name=" + pair.replica().name(),
                "foobar.replication.nodes[1].url=" + pair.replica().url(),
                "foobar.replication.username=" + pair.application().username(),
                "foobar.replication.password=" + pair.application().password(),
                "spring.flyway.user=" + pair.migration().username(),
                "spring.flyway.password=" + pair.migration().password());
    }

    static final class MySql extends PairProperties {

        @Override
        DatabasePair pair() {
            return MySqlPair.get();
        }
    }

    static final class MariaDb extends PairProperties {

        @Override
        DatabasePair pair() {
            return MariaDbPair.get();
        }
    }
}
