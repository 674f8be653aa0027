package fr.hubee.http.delivery;

import fr.hubee.kernel.settings.SettingValues;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.Optional;

/** Installs the gate before all handlers but those that name a request and its caller ({@code META-INF/services}). */
public class DeliveryExtension implements ServletExtension {
    private static final String THREADS = "HUBEE_THREADS";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        int threads = Optional.ofNullable(System.getProperty(THREADS, System.getenv(THREADS)))
                .map(SettingValues::atLeastOne)
                .orElse(400);
        var unread = new UnreadAnswers(Runtime.getRuntime().maxMemory() / 8, threads / 4);
        deployment.addInitialHandlerChainWrapper(next -> new DeliveryGate(next, unread));
    }
}
