package fr.hubee.http.delivery;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Installs the gate before all handlers but those that name a request and its caller ({@code META-INF/services}). */
public class DeliveryExtension implements ServletExtension {
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        int threads = SettingSource.ofThisServer().read("HUBEE_THREADS", "400", SettingValues::atLeastOne);
        var unread = new UnreadAnswers(Runtime.getRuntime().maxMemory() / 8, threads / 4);
        deployment.addInitialHandlerChainWrapper(next -> PacedAnswer.pacing(next, unread));
    }
}
