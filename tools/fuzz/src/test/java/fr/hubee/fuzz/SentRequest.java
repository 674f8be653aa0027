package fr.hubee.fuzz;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A request of which nothing is known but its headers and the fields of its form. */
public final class SentRequest {
    private SentRequest() {}

    public static HttpServletRequest of(Map<String, String> headers, Map<String, String> form) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                SentRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.containsKey(arguments[0]) ? List.of(headers.get(arguments[0])) : List.of());
                    case "getContentType" -> headers.get("Content-Type");
                    case "getParameter" -> form.get(arguments[0]);
                    case "getQueryString" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
