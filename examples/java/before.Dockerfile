FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN mvn --batch-mode package dependency:copy-dependencies
EXPOSE 8080
CMD ["java", "-cp", "target/orders-1.0.0.jar:target/dependency/*", "com.example.Orders"]
