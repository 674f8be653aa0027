package fr.hubee.mail.outbox;

import fr.hubee.kernel.settings.Probe;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.mail.outbox.RelayLine.RelayUnreachable;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Properties;

/** Connects to the relay, with the configured TLS and credentials, and sends nothing. The properties are those of 40-mail.cli. */
public final class RelayProbe implements Probe {
    private static final String TIMEOUT = "5000";

    @Override
    public String subject() {
        return "the relay";
    }

    @Override
    public String check(SettingSource settings) throws IOException {
        var properties = properties(settings);
        var relay = properties.getProperty("mail.smtp.host") + ":" + properties.getProperty("mail.smtp.port");
        try (var line = new RelayLine(Session.getInstance(properties))) {
            line.open();
        } catch (RelayUnreachable gone) {
            throw new IOException(relay + ": " + gone.getMessage() + ". All mails wait (HUBEE_SMTP_HOST)", gone);
        }
        return relay + " answers";
    }

    private static Properties properties(SettingSource settings) {
        var properties = new Properties();
        var startTls = text(settings, "HUBEE_SMTP_STARTTLS", "false");
        properties.setProperty("mail.smtp.host", text(settings, "HUBEE_SMTP_HOST", "127.0.0.1"));
        properties.setProperty("mail.smtp.port", text(settings, "HUBEE_SMTP_PORT", "25"));
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty("mail.smtp.ssl.enable", text(settings, "HUBEE_SMTP_TLS", "false"));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        properties.setProperty("mail.smtp.timeout", TIMEOUT);
        properties.setProperty(RelayLine.USER, text(settings, "HUBEE_SMTP_USER", ""));
        properties.setProperty(RelayLine.PASSWORD, text(settings, "HUBEE_SMTP_PASSWORD", ""));
        return properties;
    }

    private static String text(SettingSource settings, String name, String unset) {
        return settings.read(name, unset, text -> text);
    }
}
