package fr.hubee.portal.people;

import fr.hubee.people.password.PasswordSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Period;

/** How long a password lasts, for the pages that let somebody choose one. */
@Named
@RequestScoped
public class PasswordLife {
    @Inject
    PasswordSettings settings;

    /** Zero for ever. */
    public Period getPeriod() {
        return settings.life();
    }
}
