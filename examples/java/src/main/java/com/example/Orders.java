package com.example;

import io.javalin.Javalin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Adds up an order: POST / with {"lines": [{"name": "tea", "price": 2.5, "count": 2}]}. */
public final class Orders {
    record Line(String name, BigDecimal price, int count) {}

    record Order(List<Line> lines) {}

    public static void main(String[] args) {
        var app = Javalin.create();
        app.get("/", context -> context.result("POST {\"lines\": […]}\n"));
        app.post("/", context -> {
            var order = context.bodyValidator(Order.class)
                    .check(o -> o.lines() != null && !o.lines().isEmpty(), "an order has lines")
                    .get();
            var total = order.lines().stream()
                    .map(line -> line.price().multiply(BigDecimal.valueOf(line.count())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            context.json(Map.of("total", total));
        });
        Runtime.getRuntime().addShutdownHook(new Thread(app::stop));
        app.start(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
    }
}
