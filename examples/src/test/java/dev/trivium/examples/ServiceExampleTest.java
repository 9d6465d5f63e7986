package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceExampleTest {

    @Test
    void eightThreadsGiveTheAnswersThatOneGives() throws IOException {
        assertEquals(List.of("forecast: 16 answers equal to those given one by one", "melting: 16 answers equal to those given one by one",
                "8 threads answered"), Printed.by(E09_Service::main));
    }
}
