package fr.hubee.portal.people;

import fr.hubee.people.password.PasswordSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Period;

/** The validity of a password, for the pages on which one is chosen. */
@Named
@RequestScoped
public class PasswordLife {
    @Inject
    PasswordSettings settings;

    /** Returns the period; zero for unlimited. */
    public Period getPeriod() {
        return settings.life();
    }
}
