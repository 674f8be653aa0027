package fr.hubee.exchange.feed;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import fr.hubee.kernel.shared.Network;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings of webhooks.
 *
 * @param networks to which webhooks may be sent although they are private
 * @param proxy through which all webhooks leave; it then decides to which networks
 */
public record WebhookSettings(List<Network> networks, Optional<URI> proxy) {

    public WebhookSettings(SettingSource source) {
        this(
                source.read("HUBEE_WEBHOOK_NETWORKS", "", WebhookSettings::networks),
                source.read(
                        "HUBEE_WEBHOOK_PROXY",
                        "",
                        text -> SettingValues.optional(text).map(SettingValues::address)));
    }

    private static List<Network> networks(String text) {
        return Stream.of(text.split("[,\\s]+", -1))
                .filter(part -> !part.isEmpty())
                .map(Network::parse)
                .toList();
    }
}
