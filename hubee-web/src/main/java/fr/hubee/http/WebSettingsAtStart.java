package fr.hubee.http;

import fr.hubee.shared.settings.SettingsAtStart;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** The same for the settings of the web, which the domain does not see. */
@Startup
@Singleton
@DenyAll
public class WebSettingsAtStart extends SettingsAtStart {}
