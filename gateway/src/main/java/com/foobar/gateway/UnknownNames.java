package com.foobar.gateway;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses unknown names in environment variables and system properties. Spring Boot's own check for unknown names
 * leaves out these two sources, but containers get their settings from environment variables.
 */
final class UnknownNames implements ConfigurationPropertiesBindHandlerAdvisor {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("foobar.gateway");
    private static final Set<String> LEFT_OUT = Set.of(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    @Override
    public BindHandler apply(BindHandler handler) {
        return new Check(handler);
    }

    /** Records every name that the binder asks for; any other name under the prefix is unknown. */
    private static final class Check extends AbstractBindHandler {

        private final Set<String> known = new HashSet<>();

        Check(BindHandler handler) {
            super(handler);
        }

        @Override
        public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target,
                BindContext context) {
            known.add(uniform(name));
            return super.onStart(name, target, context);
        }

        @Override
        public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
                @Nullable Object result)
                throws Exception {
            super.onFinish(name, target, context, result);
            if (!name.equals(PREFIX)) {
                return;
            }
            Set<ConfigurationProperty> unknown = new TreeSet<>();
            for (ConfigurationPropertySource source : context.getSources()) {
                if (source instanceof IterableConfigurationPropertySource names && isLeftOut(source)) {
                    names.stream().filter(PREFIX::isAncestorOf).filter(found -> !known.contains(uniform(found)))
                            .map(names::getConfigurationProperty).forEach(unknown::add);
                }
            }
            if (!unknown.isEmpty()) {
                throw new UnboundConfigurationPropertiesException(unknown);
            }
        }

        private static boolean isLeftOut(ConfigurationPropertySource source) {
            return source.getUnderlyingSource() instanceof PropertySource<?> named
                    && LEFT_OUT.contains(named.getName());
        }

        /**
         * Reduces a name to its letters and digits, because the name of an environment variable does not tell dots,
         * dashes and brackets apart.
         */
        private static String uniform(ConfigurationPropertyName name) {
            return name.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        }
    }
}
