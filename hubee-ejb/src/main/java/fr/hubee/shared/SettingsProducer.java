package fr.hubee.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the settings from the system properties, then from the environment. */
@ApplicationScoped
class SettingsProducer {

    @Produces
    @Singleton // a record has no proxy
    Settings settings() {
        return Settings.read(name -> System.getProperty(name, System.getenv(name)));
    }
}
