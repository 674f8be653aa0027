package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Installs {@link PeerHandler} before all other handlers: the last in {@code META-INF/services}. */
public class PeerExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var proxies = TrustedProxies.read(SettingSource.ofThisServer());
        deployment.addInitialHandlerChainWrapper(next -> new PeerHandler(proxies, next));
    }
}
