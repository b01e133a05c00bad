public class Service {
    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("service: stopped in order")));
        System.out.println("service: ready");
        Thread.sleep(Long.MAX_VALUE);
    }
}
