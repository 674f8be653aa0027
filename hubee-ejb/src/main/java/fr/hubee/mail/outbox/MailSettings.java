package fr.hubee.mail.outbox;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.nio.file.Path;
import java.util.Optional;

/** @param templates a folder with texts that replace the default ones */
public record MailSettings(Optional<Path> templates) {

    public MailSettings(SettingSource source) {
        this(source.read("HUBEE_MAIL_TEMPLATES", "", SettingValues::optional).map(SettingValues::path));
    }
}
