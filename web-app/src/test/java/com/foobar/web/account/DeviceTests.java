package com.foobar.web.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    Firefox on Linux    | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
                    Chrome on Windows   | Mozilla/5.0 (Windows NT 10.0; Win64; x64) \
                    AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36
                    Edge on Windows     | Mozilla/5.0 (Windows NT 10.0; Win64; x64) \
                    AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0
                    Safari on macOS     | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) \
                    AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15
                    Safari on iPhone    | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) \
                    AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1
                    Chrome on Android   | Mozilla/5.0 (Linux; Android 10; K) \
                    AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36
                    curl                | curl/8.14.1
                    Unknown program     | ''
                    Unknown program on Linux | Something/1 (Linux)
                    """)
    void peopleKnowTheirDevicesByTheirNames(String words, String userAgent) {
        assertThat(Device.describe(userAgent)).isEqualTo(words);
    }
}
