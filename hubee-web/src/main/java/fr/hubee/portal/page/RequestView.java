package fr.hubee.portal.page;

import jakarta.faces.component.UIViewRoot;
import java.util.HashMap;
import java.util.Map;

/**
 * The root of every page. Its view scope lasts as long as the request: Faces would keep it in a session of the server, and PrimeFaces puts
 * the page's nonce into it. Registered in {@code faces-config.xml}.
 */
public class RequestView extends UIViewRoot {
    private final transient Map<String, Object> viewMap = new HashMap<>();

    @Override
    public Map<String, Object> getViewMap() {
        return viewMap;
    }

    @Override
    public Map<String, Object> getViewMap(boolean create) {
        return viewMap;
    }
}
