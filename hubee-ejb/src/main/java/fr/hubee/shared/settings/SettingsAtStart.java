package fr.hubee.shared.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Reads the settings of every feature of this module, so that one that makes no sense stops the start. */
@Startup
@Singleton
@DenyAll
public class SettingsAtStart {
    private static final System.Logger LOG = System.getLogger(SettingsAtStart.class.getName());

    @Inject
    BeanManager beans;

    @PostConstruct
    void readAll() {
        var all = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getStereotypes().contains(Settings.class))
                .toList();
        for (var each : all) {
            beans.getReference(each, each.getBeanClass(), beans.createCreationalContext(each));
        }
        LOG.log(Level.DEBUG, "{0} classes of settings make sense", all.size());
    }
}
