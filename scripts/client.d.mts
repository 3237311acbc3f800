export declare function clientTypes(): Promise<string>;
